import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Loaded } from "../../shared/Loaded";
import { useRoles } from "../shell/session";
import { ApplicationEditor } from "./ApplicationEditor";
import { ApplicationView } from "./ApplicationView";
import { type FormDefinition, useForm } from "./form";
import { type Application, useApplication } from "./queries";

/** One application: the form for the school that writes it, the sheet for everybody else. */
export function ApplicationPage() {
  const { id } = useParams({ strict: false });
  const application = useApplication(id ?? "");
  const isWriter = useRoles().has("school-secretary", "info-officer");
  const [edition, setEdition] = useState(0);
  return (
    <Loaded query={application}>
      {(found) => <WithForm application={found}>{(definition) =>
        isWriter && (found.state === "DRAFT" || found.state === "RETURNED" || found.state === "CORRECTION") ? (
          <ApplicationEditor
            key={`${found.id} ${found.state} ${edition}`}
            application={found}
            definition={definition}
            onReload={() => void application.refetch().then(() => setEdition(edition + 1))}
          />
        ) : (
          <ApplicationView application={found} definition={definition} />
        )
      }</WithForm>}
    </Loaded>
  );
}

/** An application can only be read together with the form it answers. */
function WithForm(props: { application: Application; children: (definition: FormDefinition) => ReactNode }) {
  return <Loaded query={useForm(props.application.category, props.application.formVersion)}>{props.children}</Loaded>;
}
