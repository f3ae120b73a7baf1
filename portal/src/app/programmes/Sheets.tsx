import { Link } from "@tanstack/react-router";
import { Card, Select } from "antd";
import { Loaded } from "../../shared/Loaded";
import { sheets as t } from "../../texts/zh-CN.programmes";
import { categories, type Category } from "../../texts/zh-CN.public";
import { useNewestForms } from "../applications/form";
import { useRubrics } from "../rubrics/queries";
import { useRoles } from "../shell/session";
import type { Programme } from "./queries";

/** By which edition of which form is applied, and of which rubric is judged; the way to their pages. */
export function Sheets(props: { programme: Programme }) {
  const { programme } = props;
  const writes = useRoles().has("party-office");
  const rubrics = useRubrics(programme.id);
  const search = { programme: programme.id };
  return (
    <div className="two">
      <Card title={t.forms}>
        <ul className="rows">
          {programme.categories.map((rule) => {
            const params = { category: rule.category, version: rule.form?.split("/")[1] ?? "1" };
            return (
              <li key={rule.category} className="row">
                <span className="row-main row-title">{rule.name}</span>
                <span className="number quiet">{t.edition(params.version)}</span>
                <Link to="/forms/$category/$version" params={params} search={search} aria-label={t.openForm(rule.name)}>
                  {t.open}
                </Link>
                {writes && (
                  <Link to="/forms/$category/$version/next" params={params} search={search} aria-label={t.nextForm(rule.name)}>
                    {t.next}
                  </Link>
                )}
              </li>
            );
          })}
        </ul>
      </Card>
      <Card title={t.rubrics}>
        <Loaded query={rubrics}>
          {(all) => (
            <ul className="rows">
              {all.map((rubric) => (
                <li key={rubric.category} className="row">
                  <span className="row-main row-title">{rubric.category === "SCHOOL" ? t.school : categories[rubric.category]}</span>
                  <span className="number quiet">{t.edition(rubric.edition)}</span>
                  <Link to="/rubrics/$category" params={{ category: rubric.category }} search={search} aria-label={t.openRubric(rubric.name)}>
                    {t.open}
                  </Link>
                  {writes && (
                    <Link to="/rubrics/$category/next" params={{ category: rubric.category }} search={search} aria-label={t.nextRubric(rubric.name)}>
                      {t.next}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        <p className="quiet">{t.rubricsHint}</p>
      </Card>
    </div>
  );
}

/** Which edition of the category's form; those before the newest stay to be chosen. */
export function FormEdition(props: { id?: string; category: Category | undefined; value?: string; onChange?: (form: string) => void }) {
  const newest = useNewestForms().data?.find((form) => form.category === props.category)?.version ?? 1;
  const editions = Array.from({ length: newest }, (_, n) => newest - n);
  return <Select id={props.id} value={props.value} onChange={props.onChange} style={{ minWidth: 110 }} options={editions.map((n) => ({ value: `${props.category}/${n}`, label: t.edition(n) }))} />;
}
