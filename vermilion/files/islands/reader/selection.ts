// While somebody selects text, the empty part of the page catches the pointer between the lines;
// else the selection would jump to the end.

const SELECTING = "reader-text--selecting";

export function easeSelection(room: HTMLElement, signal: AbortSignal): void {
  room.addEventListener(
    "pointerdown",
    (event) => (event.target as Element).closest(".reader-text")?.classList.add(SELECTING),
    { signal },
  );
  window.addEventListener(
    "pointerup",
    () => {
      for (const text of room.querySelectorAll(`.${SELECTING}`)) text.classList.remove(SELECTING);
    },
    { signal },
  );
}
