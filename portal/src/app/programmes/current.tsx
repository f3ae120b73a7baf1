import { Link, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";
import { Loaded, Nothing } from "../../shared/Loaded";
import { shell } from "../../texts/zh-CN";
import { useRoles } from "../shell/session";
import { type Programme, useProgrammes } from "./queries";

/** The programme a page is about: the one in the address (`?programme=`), else the newest published one. */
export function useCurrentProgramme() {
  const { programme: asked } = useSearch({ strict: false });
  const all = useProgrammes();
  return { all, programme: all.data === undefined ? undefined : currentOf(all.data, asked) };
}

export function currentOf(all: Programme[], asked: string | undefined) {
  const running = all.filter((programme) => programme.state !== "DRAFT").toSorted((one, other) => other.year - one.year);
  return all.find((programme) => programme.id === asked && programme.state !== "DRAFT") ?? running.find((programme) => programme.state === "PUBLISHED") ?? running[0];
}

/** Shows a page that needs a programme, or says what has to happen before there is one. */
export function WithProgramme(props: { children: (programme: Programme) => ReactNode }) {
  const { all, programme } = useCurrentProgramme();
  const { has } = useRoles();
  return (
    <Loaded query={all}>
      {() =>
        programme === undefined ? (
          <Nothing text={shell.noProgramme} next={shell.noProgrammeHint}>
            {has("party-office") && (
              <Link to="/programmes">
                <Button type="primary">{shell.toProgrammes}</Button>
              </Link>
            )}
          </Nothing>
        ) : (
          <div className={programme.demonstration ? "rehearsal" : undefined}>{props.children(programme)}</div>
        )
      }
    </Loaded>
  );
}
