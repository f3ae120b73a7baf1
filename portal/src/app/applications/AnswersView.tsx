import { Card, Descriptions, Table, Typography } from "antd";
import { day, month, points } from "../../texts/format";
import { common } from "../../texts/zh-CN";
import { applications as t } from "../../texts/zh-CN.applications";
import { EvidenceGallery } from "./Evidence";
import { type Answer, type Content, criteriaOf, type Field, type FieldOf, type FormDefinition, inWords, isAsked, type Notice, type Piece } from "./form";

const words = { yes: common.yes, no: common.no, day, month };

/** A filled form to read: what is short beside its label, what is long under it. */
export function AnswersView(props: { form: FormDefinition; content: Content }) {
  return props.form.sections.map((section) => {
    const asked = section.fields.filter((field) => isAsked(field, props.content));
    const short = asked.filter(isShort);
    return (
      <Card key={section.title} title={section.title}>
        {short.length > 0 && (
          <Descriptions
            column={{ xs: 1, md: 2 }}
            items={short.map((field) => ({ key: field.key, label: field.label, children: inWords(field, props.content[field.key], words) ?? common.none }))}
          />
        )}
        {asked
          .filter((field) => !isShort(field))
          .map((field) => (
            <section key={field.key} style={{ marginTop: 12 }}>
              <Typography.Title level={2} style={{ fontSize: "calc(15px * var(--grow))", marginBottom: 4 }}>
                {field.label}
              </Typography.Title>
              <Long field={field} answer={props.content[field.key]} form={props.form} />
            </section>
          ))}
      </Card>
    );
  });
}

function isShort(field: Field) {
  return ["choice", "amount", "yesNo", "consent", "day", "month"].includes(field.kind) || (field.kind === "text" && field.rows === 1);
}

function Long(props: { field: Field; answer: Answer; form: FormDefinition }) {
  const { field, answer } = props;
  switch (field.kind) {
    case "table":
      return <Rows field={field} rows={(answer ?? []) as Content[]} />;
    case "scores":
      return <Scores field={field} scores={(answer ?? {}) as Record<string, number | undefined>} />;
    case "evidence":
      return <EvidenceGallery pieces={(answer ?? []) as Piece[]} criteria={criteriaOf(props.form)} />;
    case "notice":
      return <NoticeWords notice={(answer ?? {}) as Notice} />;
    default:
      return <div className="prose">{inWords(field, answer, words) ?? common.none}</div>;
  }
}

function Rows(props: { field: FieldOf<"table">; rows: Content[] }) {
  return props.rows.length === 0 ? (
    <span className="quiet">{common.none}</span>
  ) : (
    <Table
      size="small"
      pagination={false}
      scroll={{ x: "max-content" }}
      rowKey={(row) => props.rows.indexOf(row)}
      dataSource={props.rows}
      columns={props.field.columns.map((column) => ({ key: column.key, title: column.label, render: (_: unknown, row: Content) => inWords(column, row[column.key], words) ?? common.none }))}
    />
  );
}

function Scores(props: { field: FieldOf<"scores">; scores: Record<string, number | undefined> }) {
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 3 }}
      items={props.field.criteria.map(({ code, name, maxPoints }) => ({ key: code, label: name, children: `${points(props.scores[code])} / ${points(maxPoints)}` }))}
    />
  );
}

function NoticeWords(props: { notice: Notice }) {
  const { from, to, place, objections } = props.notice;
  if (!from || !to) {
    return <span className="quiet">{common.none}</span>;
  }
  return <span>{`${day(from)}—${day(to)}，${place ?? common.none}，${objections ? t.objectionsSome : t.objectionsNone}`}</span>;
}
