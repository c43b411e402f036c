// Menus and questions are <details> and open without script. With it they also close: by Escape,
// which gives the focus back, and by pressing anywhere else.

const OPEN = ":is(.menu, .confirm, .rail__more > details)[open]";

function openOnes(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>(OPEN)];
}

/** Let open menus close as people expect of menus. */
export function closeMenus(): void {
  document.addEventListener("pointerdown", (event) => {
    for (const menu of openOnes()) {
      if (!menu.contains(event.target as Node)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    const last = event.key === "Escape" ? openOnes().pop() : undefined;
    if (!last || event.defaultPrevented) return;
    last.open = false;
    last.querySelector("summary")?.focus();
    event.preventDefault();
  });
}
