/** How large an actor is drawn and how wide a line: a handful may take room that thousands do not have. Used in the picture and in the graph alike. */
export const sizeOf = (degree: number, actors: number): number => {
  const [least, growth] = actors > 400 ? [2, 0.8] : actors > 60 ? [4, 1.6] : [5.5, 2.2];
  return least + Math.sqrt(degree) * growth;
};

export const widthOf = (weight: number, mean: number, actors: number): number => {
  const step = weight > 3 * mean ? 2 : weight > mean ? 1.3 : 0.7;
  return actors > 400 ? step / 2 : actors > 60 ? step : step * 1.7;
};

/** From this size on a name is written without being asked for. */
export const namedFrom = (actors: number): number => (actors > 400 ? 7 : actors > 60 ? 8 : 5);
