import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Loaded } from "../../shared/Loaded";
import { useRoles } from "../shell/session";
import { ProgrammeEditor } from "./ProgrammeEditor";
import { ProgrammeView } from "./ProgrammeView";
import { useProgrammeById } from "./queries";

/** A programme to read; a draft, and one that is being corrected, to write. */
export function ProgrammePage() {
  const { id } = useParams({ strict: false });
  const programme = useProgrammeById(id ?? "");
  const mayWrite = useRoles().has("party-office");
  const [correcting, setCorrecting] = useState(false);
  return (
    <Loaded query={programme}>
      {(found) =>
        mayWrite && (found.state === "DRAFT" || correcting) ? (
          <ProgrammeEditor key={found.version} programme={found} onCorrected={correcting ? () => setCorrecting(false) : undefined} />
        ) : (
          <ProgrammeView programme={found} onCorrect={() => setCorrecting(true)} />
        )
      }
    </Loaded>
  );
}
