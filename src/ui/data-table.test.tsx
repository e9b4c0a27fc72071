import { describe, expect, it } from "vitest";
import { type Column, DataTable } from "./data-table.tsx";

interface Firm {
  name: string;
  staff: number;
}
const columns: Column<Firm>[] = [
  {
    key: "name",
    label: "Name",
    value: (firm) => firm.name,
    href: (firm) => `/o/${firm.staff}`,
    sortable: true,
  },
  {
    key: "staff",
    label: "Staff",
    value: (firm) => firm.staff,
    align: "end",
    sortable: true,
    summary: (firms) => firms.length,
  },
];
const rows = [{ name: "A & <b>", staff: 85 }];
const table = (query: Record<string, string>) =>
  String(
    <DataTable
      locale="en"
      caption="Firms"
      columns={columns}
      rows={rows}
      path="/o"
      query={query}
      sort="name"
    />,
  );

describe("a table", () => {
  it("says what it shows, names its rows and labels its cells for narrow places", () => {
    const html = table({});
    expect(html).toContain('<caption class="unseen">Firms</caption>');
    expect(html).toContain('<th scope="row"><a href="/o/85">A &amp; &lt;b&gt;</a></th>');
    expect(html).toContain('<td class="n" data-label="Staff">85</td>');
    expect(html).toContain("<tfoot>");
  });

  it("tells its order and offers the other one in the address", () => {
    expect(table({})).toContain('aria-sort="ascending"><a href="/o?sort=-name"');
    expect(table({ sort: "-name" })).toContain('aria-sort="descending"><a href="/o"');
    const byStaff = table({ sort: "staff", kind: "research", cursor: "x" });
    expect(byStaff).toContain('aria-sort="ascending"><a href="/o?kind=research&amp;sort=-staff"');
    expect(byStaff.match(/aria-sort/g)).toHaveLength(1);
  });
});
