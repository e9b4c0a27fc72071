/** Paragraphs as they were typed. */
export const Prose = ({ text, lang }: { text: string; lang?: string | undefined }) => (
  <div lang={lang}>
    {text.split(/\n\s*\n/).map((part) => (
      <p>
        {part.split("\n").map((line, i) => (
          <>
            {i > 0 ? <br /> : null}
            {line}
          </>
        ))}
      </p>
    ))}
  </div>
);
