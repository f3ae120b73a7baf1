import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Alert, Button, Form } from "antd";
import { Loaded } from "../../shared/Loaded";
import { Page } from "../../shared/Page";
import { forms as t } from "../../texts/zh-CN.forms";
import { categories } from "../../texts/zh-CN.public";
import { categoryOf, type FormDefinition, useForm, useNewestForms } from "../applications/form";
import { FormFields } from "../applications/FormFields";
import { useProgrammes } from "../programmes/queries";
import { useRoles } from "../shell/session";

/** One version of a category's form, as applicants see it. */
export function FormPage() {
  const params = useParams({ strict: false });
  const form = useForm(categoryOf(params.category), Number(params.version));
  return <Loaded query={form}>{(found) => <Shown key={`${found.category} ${found.version}`} form={found} />}</Loaded>;
}

function Shown(props: { form: FormDefinition }) {
  const { category, version, minutes } = props.form;
  const writes = useRoles().has("party-office");
  const newest = useNewestForms().data?.find((one) => one.category === category)?.version ?? version;
  const to = (other: number) => ({ to: "/forms/$category/$version", params: { category, version: String(other) } }) as const;
  return (
    <Page
      title={t.title(categories[category])}
      lead={t.lead(version, minutes)}
      actions={
        <>
          {version > 1 && (
            <Link {...to(version - 1)}>
              <Button>{t.older}</Button>
            </Link>
          )}
          {version < newest && (
            <Link {...to(newest)}>
              <Button>{t.newest}</Button>
            </Link>
          )}
          {writes && (
            <Link to="/forms/$category/$version/next" params={{ category, version: String(newest) }}>
              <Button type="primary">{t.design}</Button>
            </Link>
          )}
        </>
      }
    >
      <div className="stack">
        <UsedBy form={props.form} />
        <Preview form={props.form} />
      </div>
    </Page>
  );
}

/** Whether the programme from which somebody came asks by this version. */
function UsedBy(props: { form: FormDefinition }) {
  const { programme: asked } = useSearch({ strict: false });
  const rule = useProgrammes().data?.find((one) => one.id === asked)?.categories.find((one) => one.category === props.form.category);
  const used = Number(rule?.form?.split("/")[1] ?? 0);
  if (used === 0) {
    return null;
  }
  return <Alert type="info" showIcon title={used === props.form.version ? t.used : t.notUsed(used)} />;
}

/** To be tried; nothing of it is kept. */
export function Preview(props: { form: FormDefinition }) {
  return (
    <Form layout="vertical" className="stack" scrollToFirstError>
      <FormFields form={props.form} />
    </Form>
  );
}
