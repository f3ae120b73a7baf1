import { useNavigate } from "@tanstack/react-router";
import { Select, Tag } from "antd";
import { shell } from "../../texts/zh-CN";
import { useCurrentProgramme } from "./current";

/** Which year's programme the pages are about; the choice stands in the address. */
export function ProgrammeSwitch() {
  const navigate = useNavigate();
  const { all, programme } = useCurrentProgramme();
  const options = (all.data ?? []).filter((one) => one.state !== "DRAFT").map((one) => ({ value: one.id, label: one.title }));
  return (
    <div className="programme-switch">
      {programme !== undefined && (
        <>
          <Select
            aria-label={shell.chooseProgramme}
            value={programme.id}
            options={options}
            variant="filled"
            popupMatchSelectWidth={false}
            onChange={(id) => void navigate({ to: ".", search: (before) => ({ ...before, programme: id }) })}
          />
          {programme.demonstration && <Tag color="gold">{shell.demonstration}</Tag>}
        </>
      )}
    </div>
  );
}
