import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BarChart } from "./bar-chart.tsx";
import { DotChart } from "./dot-chart.tsx";
import { placeLabels } from "./labels.ts";
import { dodge, LineChart } from "./line-chart.tsx";
import { MatrixChart } from "./matrix-chart.tsx";
import { textWidth } from "./series.ts";
import { stepsOf } from "./steps.ts";

const widths = (html: string) => [...html.matchAll(/width="([\d.]+)%"/g)].map((match) => Number(match[1]));

describe("bars", () => {
  it("are as long as their share of the longest", () => {
    const html = String(
      <BarChart
        locale="en"
        bars={[
          { label: "A", value: 50 },
          { label: "B", value: 200 },
        ]}
      />,
    );
    expect(widths(html)).toEqual([100, 25, 100, 100]);
    expect(html).toContain("<b>200</b>");
  });

  it("grow to the left of zero when negative", () => {
    const html = String(
      <BarChart
        locale="en"
        bars={[
          { label: "A", value: -1 },
          { label: "B", value: 3 },
        ]}
      />,
    );
    expect(html).toContain('x="0%" width="25%"');
    expect(html).toContain('x="25%" width="75%"');
  });

  it("are stacked from their parts, and add up", () => {
    const parts = [
      { label: "a", series: 1 },
      { label: "b", series: 2 },
    ] as const;
    const html = String(<BarChart locale="en" parts={parts} bars={[{ label: "A", parts: [1, 3] }]} />);
    expect(html).toContain('class="f1" y="2" height="12" x="0%" width="25%"');
    expect(html).toContain('class="f2" y="2" height="12" x="25%" width="75%"');
    expect(html).toContain("<b>4</b>");
  });

  it("say so when there is nothing, and draw zeros as nothing", () => {
    expect(String(<BarChart locale="de" bars={[]} />)).toContain("Noch gibt es keine Zahlen");
    expect(String(<BarChart locale="en" bars={[{ label: "A", value: 0 }]} />)).toContain('width="0%"');
  });
});

describe("lines", () => {
  const points = [2022, 2023, 2024].map((x, i) => ({ x, y: i === 1 ? null : i }));

  it("are interrupted where nothing is known, and named at their end", () => {
    const html = String(
      <LineChart
        locale="en"
        label="L"
        lines={[
          { label: "Hamburg", points },
          { label: "Kiel", points: [] },
        ]}
      />,
    );
    expect(html).toMatch(/d="M0,[\d.]+Z?M100,/);
    expect(html).toContain(">Hamburg</text>");
    expect(html).not.toContain("NaN");
  });

  it("show a forecast as one, with its doubt", () => {
    const line = {
      label: "A",
      points: [
        { x: 1, y: 1 },
        { x: 2, y: 2, low: 1, high: 3 },
        { x: 3, y: 3, low: 1, high: 5 },
      ],
      forecastFrom: 2,
    };
    const html = String(<LineChart locale="en" label="L" lines={[line]} />);
    expect(html).toContain('class="line forecast l1"');
    expect(html).toContain('class="doubt f1"');
  });

  it("keep their names apart", () => {
    expect(dodge([{ y: 10 }, { y: 8 }, { y: 50 }]).map((label) => label.y)).toEqual([8, 22, 50]);
  });

  it("stand on a single point without dividing by zero", () => {
    const html = String(
      <LineChart locale="en" label="L" lines={[{ label: "A", points: [{ x: 2024, y: 0 }] }]} />,
    );
    expect(html).not.toMatch(/NaN|Infinity/);
  });
});

describe("dots", () => {
  it("leave out what has no place on the axes", () => {
    const dots = [
      { label: "A", x: 0, y: 1 },
      { label: "B", x: 2, y: 1 },
      { label: "C", x: Number.NaN, y: 1 },
    ];
    const html = String(<DotChart locale="en" label="D" axisX="x" axisY="y" logX dots={dots} />);
    expect(html.match(/<circle/g)).toHaveLength(1);
    expect(html).not.toMatch(/NaN|Infinity/);
  });

  it("are a picture without links, and a group of links with them", () => {
    const dot = { label: "A", x: 1, y: 1 };
    const chart = (href?: string) =>
      String(<DotChart locale="en" label="D" axisX="x" axisY="y" dots={[{ ...dot, href }]} />);
    expect(chart()).toContain('role="img" aria-label="D"');
    expect(chart("/o")).toContain('role="group"');
    expect(chart("/o")).toContain('<a href="/o" aria-label="A: 1, 1">');
  });

  it("are named without one name lying on another", () => {
    const thing = fc.record({
      x: fc.float({ min: 0, max: 100, noNaN: true }),
      y: fc.float({ min: 0, max: 300, noNaN: true }),
      r: fc.integer({ min: 3, max: 28 }),
      text: fc.string({ minLength: 1, maxLength: 20 }),
    });
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 30 }), (things) => {
        const boxes = placeLabels(things, 300).map(({ x, y, dx, anchor, text }) => {
          const wide = textWidth(text);
          const at = (x / 100) * 440 + dx;
          const left = anchor === "start" ? at : anchor === "end" ? at - wide : at - wide / 2;
          return { left, right: left + wide, y };
        });
        for (const [i, a] of boxes.entries())
          for (const b of boxes.slice(i + 1))
            expect(a.left < b.right && b.left < a.right && Math.abs(a.y - b.y) < 13).toBe(false);
      }),
    );
  });
});

describe("a matrix", () => {
  it("is a table: what is unknown is empty, what is zero says so", () => {
    const labels = [{ label: "A" }, { label: "B" }];
    const html = String(
      <MatrixChart
        locale="en"
        caption="M"
        rows={labels}
        columns={labels}
        value={(r, c) => (r === c ? null : r * 5)}
        href={() => "/x"}
      />,
    );
    expect(html).toContain('<td class="q0"></td>');
    expect(html).toContain('<td class="q0"><a href="/x">0</a></td>');
    expect(html).toContain('<td class="q5"><a href="/x">5</a></td>');
    expect(html).toContain('<th scope="row">A</th>');
  });
});

describe("steps of a quantity", () => {
  it("rise with it and use the whole range", () => {
    const step = stepsOf([1, 2, 3, 4, 1000, null, 0]);
    expect([null, 0, 1, 2, 3, 4, 1000].map(step)).toEqual([0, 0, 1, 2, 3, 4, 5]);
  });
  it("never fall", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
        const step = stepsOf(values);
        const steps = [...values].sort((a, b) => a - b).map(step);
        expect(steps).toEqual([...steps].sort());
      }),
    );
  });
});
