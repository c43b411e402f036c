// <passkey-form kind="add|prove|sign-in" options="…">: puts a passkey's answer into the hidden field of
// the form within, and sends it. `options` is a JSON script of the page (#id) or an address to ask.
// The element may come `hidden`: it shows itself where the browser knows passkeys.

import { Island } from "../../web/islands/island";
import { creationOptions, type Json, replyOf, requestOptions } from "./passkey-words";

export class PasskeyForm extends Island {
  protected override begin(signal: AbortSignal): void {
    if (!("PublicKeyCredential" in window)) return;
    this.hidden = false;
    this.form.addEventListener("submit", (event) => this.intercept(event), { signal });
  }

  private intercept(event: SubmitEvent): void {
    // `form.submit()` below sends without asking here again.
    event.preventDefault();
    this.trouble.hidden = true;
    void this.ask();
  }

  private async ask(): Promise<void> {
    try {
      const credential = await this.credential(await this.options());
      this.field.value = JSON.stringify(replyOf(credential));
      this.form.submit();
    } catch (error) {
      // Put away by the person, no passkey here, or no line: all say the same, and a way on.
      console.info(error);
      this.trouble.hidden = false;
    }
  }

  private async options(): Promise<Json> {
    const source = this.getAttribute("options") ?? "";
    if (source.startsWith("#"))
      return JSON.parse(document.querySelector(source)?.textContent ?? "{}");
    const answer = await fetch(source, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`options: ${answer.status}`);
    return answer.json();
  }

  private async credential(options: Json): Promise<PublicKeyCredential> {
    const credential =
      this.getAttribute("kind") === "add"
        ? await navigator.credentials.create({ publicKey: creationOptions(options) })
        : await navigator.credentials.get({ publicKey: requestOptions(options) });
    if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey");
    return credential;
  }

  private get form(): HTMLFormElement {
    return this.need("form");
  }

  private get field(): HTMLInputElement {
    return this.need('input[name="credential"]');
  }

  private get trouble(): HTMLElement {
    return this.need(".passkey__trouble");
  }
}

customElements.define("passkey-form", PasskeyForm);
