const PAUSE = 2500;
const LONGEST_PAUSE = 60_000;

/**
 * Around a form: keeps it as it is typed, and says when that was. What could not be sent, as without a connection, is sent again until
 * it arrives. A form that cannot be kept yet, as one without a title, is left alone, and says what is wrong when it is sent.
 *
 * The form goes where it goes when it is sent, with `as=draft`. A page that answers with nothing has kept it; one that leads to the
 * thing made of it is changed from then on, instead of making another.
 *
 *     <draft-keeper data-needs="title">
 *       <form>…</form>
 *       <p role="status" data-said data-kept="Kept at {time}" data-trying="Not kept yet, trying again" data-wrong="…" hidden></p>
 *     </draft-keeper>
 */
class DraftKeeper extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  #changed = false;
  #failures = 0;
  #left = new AbortController();

  connectedCallback() {
    const form = this.querySelector("form");
    const said = this.querySelector<HTMLElement>("[data-said]");
    if (!form || !said) return;
    const { signal } = this.#left;
    const now = () => {
      if (this.#changed) this.#keep(form, said);
    };
    form.addEventListener("input", () => {
      said.hidden = true;
      this.#changed = true;
      this.#later(now, PAUSE);
    });
    document.addEventListener("visibilitychange", () => document.hidden && now(), { signal });
    window.addEventListener("online", now, { signal });
    // What was tried in vain is lost with the page: the browser asks first.
    window.addEventListener(
      "beforeunload",
      (event) => {
        if (this.#changed && this.#failures > 0) event.preventDefault();
      },
      { signal },
    );
    // What is on its way has to arrive first: otherwise there would be two of them.
    form.addEventListener("submit", (event) => {
      // Without a connection the browser would show its own page instead of what was typed.
      if (!navigator.onLine) {
        event.preventDefault();
        this.#changed = true;
        say(said, "trying");
        return;
      }
      clearTimeout(this.#timer);
      this.#changed = false;
      if (!this.#saving) return;
      event.preventDefault();
      this.#saving.finally(() => {
        clearTimeout(this.#timer);
        this.#changed = false;
        form.requestSubmit(event.submitter);
      });
    });
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#left.abort();
  }

  #later(act: () => void, wait: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, wait);
  }

  #keep(form: HTMLFormElement, said: HTMLElement) {
    if (this.#saving) return;
    this.#changed = false;
    this.#saving = this.#send(form)
      .then(
        (how) => {
          this.#failures = 0;
          if (!this.#changed) say(said, how);
        },
        () => {
          this.#failures++;
          this.#changed = true;
          say(said, "trying");
        },
      )
      .finally(() => {
        this.#saving = undefined;
        const wait = this.#failures > 0 ? Math.min(LONGEST_PAUSE, PAUSE * 2 ** this.#failures) : PAUSE;
        if (this.#changed) this.#later(() => this.#keep(form, said), wait);
      });
  }

  async #send(form: HTMLFormElement): Promise<"kept" | "wrong" | "not-yet"> {
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") typed.append(name, value);
    const { needs } = this.dataset;
    if (needs && !typed.get(needs)?.trim()) return "not-yet";
    typed.set("as", "draft");
    // A page that is left goes on sending.
    const response = await fetch(form.action, { method: "POST", body: typed, keepalive: document.hidden });
    if (response.status === 204) return "kept";
    if (response.status === 429 || response.status >= 500) throw new Error(response.statusText);
    // A form that is not kept comes back at its own address.
    if (!response.ok || response.url === form.action) return "wrong";
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
    return "kept";
  }
}

function say(said: HTMLElement, how: "kept" | "wrong" | "not-yet" | "trying") {
  const text = how === "not-yet" ? undefined : said.dataset[how];
  const time = new Date().toLocaleTimeString("de", { hour: "2-digit", minute: "2-digit" });
  said.textContent = text?.replace("{time}", time) ?? "";
  said.hidden = !text;
}

customElements.define("draft-keeper", DraftKeeper);
