import { type Answers, IMESA_TIME_FRAMES, type InstrumentPack } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { imesaTable } from './imesa-cells.ts';
import classes from './profiles.module.css';
import { boundsWords } from './score-words.ts';

/** Four domains by three time frames: a table with headers both ways, the number always there, the shade beside it. */
export function ImesaMatrix({ pack, answers }: { pack: InstrumentPack; answers: Answers }) {
  const { rows, totals, total } = imesaTable(pack, answers);
  return (
    <section>
      <h2 className={classes['title']}>{text('profiles.matrix.title')}</h2>
      <p className={classes['quiet']}>{text('profiles.matrix.hint')}</p>
      <table className={`${classes['matrix']} numbers`}>
        <caption className="visually-hidden">{text('profiles.matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('profiles.matrix.area')}</th>
            {IMESA_TIME_FRAMES.map((timeFrame) => (
              <th key={timeFrame} scope="col">
                {text(`profiles.matrix.${timeFrame}`)}
              </th>
            ))}
            <th scope="col">{text('profiles.matrix.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ domain, cells, total: sum }) => (
            <tr key={domain}>
              <th scope="row">{text(`profiles.matrix.${domain}`)}</th>
              {cells.map((cell) => (
                <td key={cell.timeFrame} data-level={cell.highest}>
                  {boundsWords(cell)}
                </td>
              ))}
              <td className={classes['sum']}>{boundsWords(sum)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text('profiles.matrix.total')}</th>
            {totals.map((sum, index) => (
              <td key={IMESA_TIME_FRAMES[index]} className={classes['sum']}>
                {boundsWords(sum)}
              </td>
            ))}
            <td className={classes['sum']}>{boundsWords(total)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
