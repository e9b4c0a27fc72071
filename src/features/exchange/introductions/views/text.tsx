/** What somebody typed, with the paragraphs and lines as they were typed. */
export const Typed = ({ text }: { text: string }) => (
  <>
    {text.split(/\n\s*\n/).map((paragraph) => (
      <p>
        {paragraph.split("\n").map((line, i) => (
          <>
            {i > 0 ? <br /> : null}
            {line}
          </>
        ))}
      </p>
    ))}
  </>
);
