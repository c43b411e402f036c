// Small islands that every page may have.

import htmx from "./htmx";
import { Island } from "./island";

/** <theme-switch> around a form whose buttons are named "theme": changes at once, tells the server quietly. */
class ThemeSwitch extends Island {
  protected override begin(signal: AbortSignal): void {
    this.addEventListener("submit", (event) => this.choose(event as SubmitEvent), { signal });
  }

  private choose(event: SubmitEvent): void {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement) || button.name !== "theme") return;
    event.preventDefault();
    event.stopPropagation();
    document.documentElement.dataset["theme"] = button.value;
    for (const each of this.querySelectorAll("button[name=theme]")) {
      each.setAttribute("aria-pressed", String(each === button));
    }
    const form = event.target as HTMLFormElement;
    const body = new FormData(form, button);
    void fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => {});
  }
}

/** <local-time> around a <time>: says in its title when that is by the clock of this device. */
class LocalTime extends Island {
  protected override begin(): void {
    const time = this.need<HTMLTimeElement>("time");
    const moment = new Date(time.dateTime);
    const office = document.documentElement.dataset["zone"];
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!office || office === here || Number.isNaN(moment.getTime())) return;
    const wall = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: here,
    });
    time.title = `${time.title} · ${this.say("here", { time: wall.format(moment) })}`;
  }
}

/** <self-refresh data-url data-every="30">: keeps a fragment fresh while somebody looks at it. */
class SelfRefresh extends Island {
  private failures = 0;

  protected override begin(signal: AbortSignal): void {
    const again = (): void => {
      const wait = this.every * 2 ** Math.min(this.failures, 5);
      const timer = window.setTimeout(async () => {
        if (this.mayDisturb) await this.fetch();
        if (!signal.aborted) again();
      }, wait);
      signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
    };
    again();
    document.addEventListener(
      "visibilitychange",
      () => {
        if (this.mayDisturb) void this.fetch();
      },
      { signal },
    );
  }

  private async fetch(): Promise<void> {
    try {
      await htmx.ajax("get", this.dataset["url"] ?? "", { target: this, swap: "innerHTML" });
      this.failures = 0;
    } catch {
      this.failures += 1;
    }
  }

  /** Not while unseen, and not under somebody's hand. */
  private get mayDisturb(): boolean {
    const selected = document.getSelection();
    const reading = selected !== null && !selected.isCollapsed && selected.containsNode(this, true);
    return (
      document.visibilityState === "visible" && !this.contains(document.activeElement) && !reading
    );
  }

  private get every(): number {
    return Math.max(2, Number(this.dataset["every"]) || 30) * 1000;
  }
}

customElements.define("theme-switch", ThemeSwitch);
customElements.define("local-time", LocalTime);
customElements.define("self-refresh", SelfRefresh);
