const STEPS: Readonly<Record<string, [column: number, card: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Around the columns of a board: arrows lead from card to card. Without it one goes through them in their order, as through any links. */
class CardBoard extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const next = this.#from(document.activeElement, step);
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
  }

  #from(focused: Element | null, [across, down]: [number, number]): HTMLElement | undefined {
    // Columns without a card are stepped over.
    const columns = [...this.querySelectorAll("ol")]
      .map((list) => [...list.querySelectorAll<HTMLElement>("li > a")])
      .filter((cards) => cards.length > 0);
    const column = columns.findIndex((cards) => cards.some((card) => card === focused));
    const card = columns[column]?.indexOf(focused as HTMLElement) ?? -1;
    if (card < 0) return undefined;
    const beside = columns[column + across];
    return beside?.[Math.min(card + down, across === 0 ? card + down : beside.length - 1)];
  }
}

customElements.define("card-board", CardBoard);
