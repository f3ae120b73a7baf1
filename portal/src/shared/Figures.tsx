export type Cell = string | number | null | undefined;

/**
 * Figures in rows and columns; the first column names the row. What is missing is shown as missing.
 *
 * @param words where most cells are words, which stand to the left and may break
 */
export function Figures(props: { label: string; columns: string[]; rows: Cell[][]; words?: boolean }) {
  return (
    <section className={props.words ? "figures words" : "figures"} aria-label={props.label}>
      <table>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([name, ...cells]) => (
            <tr key={`${name} ${cells[0]}`}>
              <th scope="row">{name}</th>
              {props.columns.slice(1).map((column, at) => (
                <td key={column}>{cells[at] ?? "—"}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
