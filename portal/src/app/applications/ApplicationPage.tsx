import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Loaded } from "../../shared/Loaded";
import { useRoles } from "../shell/session";
import { ApplicationEditor } from "./ApplicationEditor";
import { ApplicationView } from "./ApplicationView";
import { useApplication } from "./queries";

/** One application: the form for the school that writes it, the sheet for everybody else. */
export function ApplicationPage() {
  const { id } = useParams({ strict: false });
  const application = useApplication(id ?? "");
  const isWriter = useRoles().has("school-secretary", "info-officer");
  const [edition, setEdition] = useState(0);
  return (
    <Loaded query={application}>
      {(found) =>
        isWriter && (found.state === "DRAFT" || found.state === "RETURNED" || found.state === "CORRECTION") ? (
          <ApplicationEditor
            key={`${found.id} ${found.state} ${edition}`}
            application={found}
            onReload={() => void application.refetch().then(() => setEdition(edition + 1))}
          />
        ) : (
          <ApplicationView application={found} />
        )
      }
    </Loaded>
  );
}
