// What every form gains: it is sent once, Ctrl+Enter sends it, and the hand stays on the keys.
//   form[data-enter="next"]     Enter goes to the next field instead of sending
//   [data-primary]              the button that Ctrl+Enter presses (else the first that submits)
//   input[data-day]             F2 writes today; so does a button[data-today="id of the field"]
//   [data-last="…"]             F4 writes what stood here last time

import { officeDay, today } from "./days";
import { isComposing } from "./island";

const BUSY = "aria-busy";

function writeToday(field: HTMLInputElement): void {
  const pattern = field.type === "date" ? "yyyy-mm-dd" : field.dataset["day"] || "dd/mm/yyyy";
  write(field, today(pattern, officeDay()));
}

function write(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function pressed(event: KeyboardEvent): void {
  const field = event.target as HTMLInputElement;
  const { form } = field;
  if (isComposing(event) || event.defaultPrevented || !form) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    return send(form);
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key === "F2" && field.matches("[data-day], [type=date]")) {
    event.preventDefault();
    return writeToday(field);
  }
  if (event.key === "F4" && field.dataset["last"]) {
    event.preventDefault();
    return write(field, field.dataset["last"]);
  }
  if (event.key === "Enter" && form.dataset["enter"] === "next" && field.matches("input, select")) {
    event.preventDefault();
    fieldAfter(form, field)?.focus();
  }
}

function send(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>("[data-primary]");
  form.requestSubmit(button && !button.disabled ? button : null);
}

function fieldAfter(form: HTMLFormElement, field: Element): HTMLElement | undefined {
  const fields = [...form.elements].filter(
    (each): each is HTMLElement =>
      each instanceof HTMLElement &&
      each.matches("input:not([type=hidden]), select, textarea, button:not([type=button])") &&
      !each.matches(":disabled") &&
      each.offsetParent !== null,
  );
  return fields[fields.indexOf(field as HTMLElement) + 1];
}

function submitted(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (form.method === "dialog" || form.method === "get") return;
  if (form.getAttribute(BUSY) === "true") {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  // The browser still has to read the buttons; and somebody may yet refuse the sending.
  setTimeout(() => {
    if (
      event.defaultPrevented &&
      !form.closest("[hx-post], [data-hx-post]") &&
      !form.matches("[hx-post], [data-hx-post]")
    )
      return;
    busy(form, event.submitter, true);
  });
}

function busy(form: HTMLFormElement, submitter: HTMLElement | null, is: boolean): void {
  for (const element of [form, submitter ?? form.querySelector("[data-primary], [type=submit]")]) {
    if (is) element?.setAttribute(BUSY, "true");
    else element?.removeAttribute(BUSY);
  }
}

/** Forms can be sent again: the answer came, or the person came back to this page. */
function free(within: ParentNode): void {
  for (const element of within.querySelectorAll(`form[${BUSY}], form [${BUSY}]`)) {
    element.removeAttribute(BUSY);
  }
}

function focusFirstError(within: ParentNode): void {
  if (within.querySelector("[autofocus]")) return;
  within.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
}

export function helpForms(): void {
  document.addEventListener("keydown", pressed);
  document.addEventListener("submit", submitted, { capture: true });
  document.addEventListener("click", (event) => {
    const id = (event.target as Element).closest<HTMLElement>("button[data-today]")?.dataset[
      "today"
    ];
    const field = id ? document.getElementById(id) : null;
    if (field instanceof HTMLInputElement) writeToday(field);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) free(document);
  });
  document.addEventListener("htmx:afterRequest", () => free(document));
  document.addEventListener("htmx:afterSwap", (event) => focusFirstError(event.target as Element));
  focusFirstError(document);
}
