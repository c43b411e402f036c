// Zooming by two fingers, and by the wheel with Ctrl held (which is also what a touchpad says).

/** The size changed by this factor, about this point of the screen. */
export type Pinched = (factor: number, point: { x: number; y: number }) => void;

export function listenForPinches(room: HTMLElement, pinched: Pinched): void {
  let apart = 0;

  room.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      const strength = Math.max(-60, Math.min(60, event.deltaY * lines));
      pinched(Math.exp(-strength / 200), { x: event.clientX, y: event.clientY });
    },
    { passive: false },
  );

  room.addEventListener("touchstart", (event) => {
    apart = event.touches.length === 2 ? distance(event.touches) : 0;
  });

  room.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length !== 2 || !apart) return;
      event.preventDefault();
      const now = distance(event.touches);
      pinched(now / apart, middle(event.touches));
      apart = now;
    },
    { passive: false },
  );

  room.addEventListener("touchend", () => {
    apart = 0;
  });
}

function distance(touches: TouchList): number {
  const [one, other] = pair(touches);
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

function middle(touches: TouchList): { x: number; y: number } {
  const [one, other] = pair(touches);
  return { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 };
}

function pair(touches: TouchList): [Touch, Touch] {
  return [touches[0] as Touch, touches[1] as Touch];
}
