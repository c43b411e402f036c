// Days as forms write them.

/** Today as the field writes days: by its own pattern, or as a calendar field wants it. */
export function today(pattern: string, now: Date): string {
  const day = String(now.getDate()).padStart(2, "0");
  const month = String(now.getMonth() + 1).padStart(2, "0");
  const year = String(now.getFullYear());
  return pattern.replace("dd", day).replace("mm", month).replace("yyyy", year);
}

/** The day at the office, whose clock may not be the device's. */
export function officeDay(): Date {
  const zone = document.documentElement.dataset["zone"];
  if (!zone) return new Date();
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date()).split("-");
  const [year = 1970, month = 1, day = 1] = parts.map(Number);
  return new Date(year, month - 1, day);
}
