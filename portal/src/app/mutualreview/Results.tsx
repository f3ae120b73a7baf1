import { useQuery } from "@tanstack/react-query";
import { Card, Flex, Table } from "antd";
import { api, type Answer } from "../../api/services";
import { Loaded, Nothing } from "../../shared/Loaded";
import { wordOf } from "../../shared/options";
import { inPoints, points } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { categories } from "../../texts/zh-CN.public";
import { rounds as t } from "../../texts/zh-CN.rounds";
import { Columns, useShown } from "../views/Columns";
import { SavedViews } from "../views/SavedViews";
import { TakeAlong } from "../views/TakeAlong";
import { roundsKey } from "./queries";

/** The two means of an application, side by side; milli-points. */
type Result = Answer<"/api/mutual-reviews/{id}/results">["results"][number];

const { school, trimmed, ...choices } = t.columns;

/** What the round says: everything to the bureau, its own to a school, its schools' to a unit. */
export function Results(props: { roundId: string }) {
  const shows = useShown<keyof typeof choices>();
  const sheet = useQuery({ queryKey: [...roundsKey, props.roundId, "results"], queryFn: () => api.get("/api/mutual-reviews/{id}/results", { id: props.roundId }) });
  return (
    <Card
      title={<h2 className="card-title">{t.resultsTitle}</h2>}
      extra={
        <Flex gap={8} wrap>
          <Columns always={`${school}、${trimmed}`} columns={choices} />
          <SavedViews page="/mutual-reviews" />
          {sheet.data !== undefined && (
            <TakeAlong
              name={t.resultsTitle}
              rows={() => sheet.data.results}
              columns={{
                [school]: (one) => one.schoolName ?? one.schoolId,
                [t.columns.category]: shows("category") && ((one) => wordOf(categories, one.category)),
                [trimmed]: (one) => inPoints(one.trimmedMean),
                [t.columns.calibrated]: shows("calibrated") && ((one) => inPoints(one.calibratedMean)),
                [t.lowest]: shows("range") && ((one) => inPoints(one.lowest)),
                [t.highest]: shows("range") && ((one) => inPoints(one.highest)),
                [t.columns.scores]: shows("scores") && ((one) => one.scores),
              }}
            />
          )}
        </Flex>
      }
    >
      <Loaded query={sheet}>
        {({ method, results, comments }) =>
          results.length === 0 ? (
            <Nothing text={t.resultsNone} />
          ) : (
            <>
              <Table<Result>
                size="small"
                rowKey="applicationId"
                dataSource={results}
                pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false, showTotal: common.total }}
                scroll={{ x: "max-content" }}
                expandable={{
                  rowExpandable: (one) => (comments[one.applicationId]?.length ?? 0) > 0,
                  expandedRowRender: (one) => (
                    <section aria-label={t.comments}>
                      <ul className="plain-list">
                        {(comments[one.applicationId] ?? []).map((comment) => (
                          <li key={comment}>{comment}</li>
                        ))}
                      </ul>
                    </section>
                  ),
                }}
                columns={[
                  { title: school, render: (_, one) => one.schoolName ?? one.schoolId },
                  { title: t.columns.category, hidden: !shows("category"), render: (_, one) => wordOf(categories, one.category), filters: Object.entries(categories).map(([value, text]) => ({ value, text })), onFilter: (value, one) => one.category === value },
                  { title: trimmed, align: "right", className: "number", sorter: (one, other) => one.trimmedMean - other.trimmedMean, render: (_, one) => <strong>{points(one.trimmedMean)}</strong> },
                  { title: t.columns.calibrated, hidden: !shows("calibrated"), align: "right", className: "number", sorter: (one, other) => one.calibratedMean - other.calibratedMean, render: (_, one) => points(one.calibratedMean) },
                  { title: t.columns.range, hidden: !shows("range"), align: "right", className: "number", render: (_, one) => t.range(points(one.lowest), points(one.highest)) },
                  { title: t.columns.scores, hidden: !shows("scores"), align: "right", className: "number", render: (_, one) => (one.fewScores ? t.few(one.scores) : one.scores) },
                ]}
              />
              <details className="more">
                <summary>{t.method}</summary>
                <p className="prose">{method}</p>
              </details>
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
