import type { Child } from "hono/jsx";
import { expect, it } from "vitest";
import { BarChart } from "./bar-chart.tsx";
import { ChartParam, chartFile } from "./chart-file.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { LineChart } from "./line-chart.tsx";
import { find, parseMarkup, textOf } from "./markup.ts";
import { MatrixChart } from "./matrix-chart.tsx";

const download = { chart: "ships", path: "/ships", query: { year: "2024" } };
const rows = [
  { year: "2023", ships: "1.234,5" },
  { year: "2024", ships: "−7" },
  { year: "2025", ships: "–" },
];
const page = (children: Child, table = true) => (
  <main>
    <ChartFrame
      locale="de"
      title="Schiffe & „Boote“"
      sentence="Je Jahr <gezählt>"
      source="Hafenamt"
      download={download}
      table={
        table
          ? {
              rows,
              columns: [
                { key: "year", label: "Jahr", value: ({ year }) => year },
                { key: "ships", label: "Schiffe", align: "end", value: ({ ships }) => ships },
              ],
            }
          : undefined
      }
    >
      {children}
    </ChartFrame>
  </main>
);
const lines = (
  <LineChart
    locale="de"
    label="Schiffe"
    lines={[
      {
        label: "Seen",
        forecastFrom: 2024,
        points: [
          { x: 2023, y: 1 },
          { x: 2024, y: 2 },
          { x: 2025, y: 3, low: 1, high: 4 },
        ],
      },
      {
        label: "Meer",
        points: [
          { x: 2023, y: 5 },
          { x: 2025, y: 5 },
        ],
      },
    ]}
  />
);
const take = async (chart: string, content: Child) => {
  const answer = await chartFile({ chart, name: "hafen", locale: "de", content });
  if (answer.kind !== "file") throw new Error(answer.problem);
  return answer;
};
const svgOf = async (content: Child) => String((await take("ships.svg", content)).body);

it("is linked from the frame, in the state of its page", async () => {
  const html = String(page(lines));
  for (const format of ["svg", "png", "csv"])
    expect(html).toContain(`/ships?chart=ships.${format}&amp;year=2024`);
  expect(html).toContain('href="/ships?year=2024#chart-ships"');
  expect(html).toContain('id="chart-ships"');
});

it("stands alone as SVG: title, words, lines in pixels, and nothing of the page", async () => {
  const svg = await svgOf(page(lines));
  expect(svg).toMatch(/^<\?xml[^>]*>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain(">Schiffe &amp; „Boote“</text>");
  expect(svg).toContain(">Je Jahr &lt;gezählt&gt;</text>");
  expect(svg).toContain(">Quelle: Hafenamt</text>");
  expect(svg).not.toMatch(/var\(|%"|href|aria-|class="twin|Dauerhafte/);
  // The plot is 680 pixels wide beside the names at its lines' ends: 2024 lies in the middle of it.
  expect(svg).toMatch(/<path class="line l1" d="M0,[\d.]+L356,/);
});

it("draws bars and matrices as they are read", async () => {
  const bars = await svgOf(
    page(
      <BarChart
        locale="de"
        bars={[
          { label: "Hamburg", value: 50 },
          { label: "Kiel", value: 25, note: "ohne Werften" },
        ]}
      />,
    ),
  );
  for (const word of ["Hamburg", "50", "Kiel", "25", "ohne Werften"])
    expect(bars).toContain(`>${word}</text>`);
  expect(bars).toMatch(/width="482".*width="241"/s);
  const sides = [{ label: "Werft" }, { label: "Reeder" }];
  const matrix = await svgOf(
    page(<MatrixChart locale="de" caption="" rows={sides} columns={sides} value={(r, c) => r + c || null} />),
  );
  expect(matrix.match(/<rect class="q\d"/g)).toHaveLength(4);
});

it("has the figures of the table twin as CSV, as figures", async () => {
  const { name, body } = await take("ships.csv", page(lines));
  expect([name, body]).toEqual([
    "hafen-ships.csv",
    "\ufeffJahr,Schiffe\r\n2023,1234.5\r\n2024,-7\r\n2025,\r\n",
  ]);
});

it("is a PNG at twice its size", async () => {
  const { body } = await take("ships.png", page(lines));
  expect(
    Buffer.from(body as Uint8Array)
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
});

it("is not found where the page has no such chart", async () => {
  expect(await chartFile({ chart: "boats.svg", name: "", locale: "de", content: page(lines) })).toEqual({
    kind: "problem",
    problem: "not-found",
  });
  expect([ChartParam.parse("ships.exe"), ChartParam.parse("ships.svg")]).toEqual([undefined, "ships.svg"]);
});

it("reads its own markup: nested, quoted, void and escaped", () => {
  const root = parseMarkup(`<div a="1 > 0"><p>x &lt; y<br/>z</p><svg><g><path d="M0,0"/></g></svg></div>`);
  expect(textOf(root)).toBe("x < y z");
  expect(find(root, ({ tag }) => tag === "path")?.attributes.d).toBe("M0,0");
  expect(find(root, ({ tag }) => tag === "div")?.attributes.a).toBe("1 > 0");
});
