const PAUSE = 2500;

/**
 * Around the form of a draft: keeps it as it is typed. The first time it is made, from then on changed; a form that cannot be kept yet,
 * as one without a title, is left alone, and says what is wrong when it is sent.
 */
class DraftKeeper extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;

  connectedCallback() {
    const form = this.querySelector("form");
    const said = this.querySelector<HTMLElement>("[data-said]");
    if (!form || !said) return;
    form.addEventListener("input", () => {
      said.hidden = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#keep(form, said), PAUSE);
    });
    // What is on its way has to arrive first: otherwise there would be two of them.
    form.addEventListener("submit", (event) => {
      clearTimeout(this.#timer);
      if (!this.#saving) return;
      event.preventDefault();
      this.#saving.finally(() => form.requestSubmit(event.submitter));
    });
  }

  #keep(form: HTMLFormElement, said: HTMLElement) {
    this.#saving ??= this.#send(form)
      .then((kept) => {
        said.hidden = !kept;
      })
      .catch(() => undefined)
      .finally(() => {
        this.#saving = undefined;
      });
  }

  async #send(form: HTMLFormElement): Promise<boolean> {
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") typed.append(name, value);
    if (!typed.get("title")?.trim()) return false;
    typed.set("as", "draft");
    const response = await fetch(form.action, { method: "POST", body: typed });
    // A form that is not kept comes back at its own address.
    if (!response.ok || response.url === form.action) return false;
    const edit = `${new URL(response.url).pathname}/edit`;
    const version = form.querySelector<HTMLInputElement>('input[name="version"]');
    if (version) version.value = String(Number(version.value) + 1);
    else {
      const first = document.createElement("input");
      Object.assign(first, { type: "hidden", name: "version", value: "1" });
      form.append(first);
      form.action = edit;
      history.replaceState(null, "", edit);
    }
    return true;
  }
}

customElements.define("draft-keeper", DraftKeeper);
