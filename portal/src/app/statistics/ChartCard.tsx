import { Card } from "antd";
import type { ReactNode } from "react";
import { type Cell, Figures } from "../../shared/Figures";
import { statistics as t } from "../../texts/zh-CN.statistics";
import { Chart, type ChartOption } from "./Chart";

type Section = {
  title: string;
  hint: string;
  extra?: ReactNode;
  chart?: { option: ChartOption; height: number };
  columns: string[];
  rows: Cell[][];
};

/** A picture, and below it the same figures as a table; a short table stands open. */
export function ChartCard(props: Section) {
  const { title, chart } = props;
  return (
    <Card title={<h2 className="card-title">{title}</h2>}>
      <p className="quiet">{props.rows.length === 0 ? t.none : props.hint}</p>
      {props.extra}
      {props.rows.length > 0 && (
        <>
          {chart !== undefined && <Chart label={t.chartOf(title)} option={chart.option} height={chart.height} />}
          <details className="more" open={props.rows.length <= 6}>
            <summary>{t.figures}</summary>
            <Figures label={t.of(title)} columns={props.columns} rows={props.rows} />
          </details>
        </>
      )}
    </Card>
  );
}
