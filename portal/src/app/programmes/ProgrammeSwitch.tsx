import { useNavigate } from "@tanstack/react-router";
import { Tag } from "antd";
import { shell } from "../../texts/zh-CN";
import { useCurrentProgramme } from "./current";

/** Which year's programme the pages are about; the choice stands in the address. The browser's own list, for every first visit loads it. */
export function ProgrammeSwitch() {
  const navigate = useNavigate();
  const { all, programme } = useCurrentProgramme();
  return (
    <div className="programme-switch">
      {programme !== undefined && (
        <>
          <select
            aria-label={shell.chooseProgramme}
            value={programme.id}
            onChange={(event) => void navigate({ to: ".", search: (before) => ({ ...before, programme: event.target.value }) })}
          >
            {(all.data ?? [])
              .filter((one) => one.state !== "DRAFT")
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
          </select>
          {programme.demonstration && <Tag color="gold">{shell.demonstration}</Tag>}
        </>
      )}
    </div>
  );
}
