// Style sheets hold what the design asks: layers, logical properties, no ids, little nesting,
// and `!important` only with a reason written beside it.

/** @type {import("stylelint").Config} */
export default {
  plugins: ["stylelint-use-logical", "./tools/front/reasoned-important.mjs", "./tools/front/in-a-layer.mjs"],
  rules: {
    "csstools/use-logical": ["always", { except: ["touch-action"] }],
    "vermilion/reasoned-important": true,
    "vermilion/in-a-layer": true,
    "annotation-no-unknown": true,
    "at-rule-no-unknown": true,
    "block-no-empty": true,
    "color-no-invalid-hex": true,
    "custom-property-no-missing-var-function": true,
    "declaration-block-no-duplicate-custom-properties": true,
    "declaration-block-no-duplicate-properties": [
      true,
      { ignore: ["consecutive-duplicates-with-different-values"] },
    ],
    "font-family-no-duplicate-names": true,
    "function-no-unknown": true,
    "keyframe-block-no-duplicate-selectors": true,
    "max-nesting-depth": 2,
    "media-feature-name-no-unknown": true,
    "named-grid-areas-no-invalid": true,
    "no-duplicate-at-import-rules": true,
    "no-duplicate-selectors": true,
    "no-invalid-double-slash-comments": true,
    "property-no-unknown": true,
    "property-no-vendor-prefix": [true, { ignoreProperties: ["font-smoothing", "text-size-adjust"] }],
    "selector-max-id": 0,
    "selector-pseudo-class-no-unknown": true,
    "selector-pseudo-element-no-unknown": true,
    "string-no-newline": true,
    "unit-no-unknown": true,
  },
};
