// Says of the screen what a report needs: its size and its scale, nothing of what it shows.

class ScreenState extends HTMLElement {
  connectedCallback(): void {
    this.put("viewport", `${window.innerWidth}x${window.innerHeight}`);
    this.put("scale", String(window.devicePixelRatio));
  }

  private put(name: string, value: string): void {
    const field = this.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (field) field.value = value;
  }
}

customElements.define("screen-state", ScreenState);

export {};
