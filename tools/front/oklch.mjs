// Colours are written in oklch; browsers of old office computers (Chrome 109) only know rgb.

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)`;
const OKLCH = new RegExp(
  String.raw`oklch\(\s*(${NUMBER})(%?)\s+(${NUMBER})\s+(${NUMBER})(?:deg)?\s*(?:/\s*(${NUMBER})(%?)\s*)?\)`,
  "g",
);

/** Write every literal oklch() of a style sheet as the nearest colour every screen can show. */
export function withoutOklch(css) {
  return css.replace(OKLCH, (_whole, lightness, percent, chroma, hue, alpha, alphaPercent) => {
    const colour = toRgb(Number(lightness) / (percent ? 100 : 1), Number(chroma), Number(hue));
    const channels = colour.map((channel) => Math.round(channel * 255)).join(" ");
    if (alpha === undefined) return `rgb(${channels})`;
    return `rgb(${channels} / ${Number(alpha) / (alphaPercent ? 100 : 1)})`;
  });
}

function toRgb(lightness, chroma, hue) {
  // Too strong for the screen: fade until it fits, so that lightness (and contrast) stay true.
  for (let strength = chroma; strength > 0; strength -= 0.002) {
    const colour = linear(lightness, strength, hue);
    if (colour.every((channel) => channel >= -0.0005 && channel <= 1.0005)) return encoded(colour);
  }
  return encoded(linear(lightness, 0, hue));
}

function linear(lightness, chroma, hue) {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function encoded(colour) {
  return colour.map((channel) => {
    const light = Math.min(1, Math.max(0, channel));
    return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  });
}
