import { CloudOutlined, CloudSyncOutlined, DisconnectOutlined, WarningOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { App } from "antd";
import { useEffect, useSyncExternalStore } from "react";
import { field as t } from "../../texts/zh-CN.field";
import { inspectionsKey } from "../inspections/queries";
import { type Me, session, useMe } from "../shell/session";
import { Courier, type CourierState } from "./courier";
import { fieldStore } from "./store";

let courier: Courier | undefined;

/** The one courier of whoever is signed in. */
export function courierOf(owner: string): Courier {
  if (courier?.owner !== owner) {
    courier = new Courier(owner);
  }
  return courier;
}

export function useCourier() {
  const here = courierOf(useMe().data?.subject ?? "");
  const state = useSyncExternalStore(here.subscribe, () => here.state);
  return { state, send: () => here.send() };
}

/** In the frame of every page of an inspector: makes the device ready to be without a network, and says what waits. */
export function FieldStatus(props: { me: Me }) {
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const owner = props.me.subject ?? "";
  const here = courierOf(owner);
  useEffect(() => {
    const stopHearing = here.onDelivered(({ visit, records }) => {
      queries.setQueryData([...inspectionsKey, visit.id], visit);
      queries.setQueryData([...inspectionsKey, visit.id, "records"], records);
      void queries.invalidateQueries({ queryKey: fieldKey });
    });
    void navigator.storage?.persist?.();
    if (import.meta.env.PROD) {
      void navigator.serviceWorker?.register("/field-worker.js", { scope: "/app" });
    }
    const stop = here.start();
    const stopAsking = session.onLeaving(async () => {
      if (!(await here.send())) {
        const { records, photos } = here.state.waiting;
        const leaves = await new Promise<boolean>((answer) => {
          modal.confirm({ title: t.leaveTitle, content: t.leaveText(t.waiting(records, photos)), okText: t.leave, okButtonProps: { danger: true }, cancelText: t.stay, onOk: () => answer(true), onCancel: () => answer(false) });
        });
        if (!leaves) {
          return false;
        }
      }
      await fieldStore.clear(owner);
      return true;
    });
    return () => {
      stop();
      stopHearing();
      stopAsking();
    };
  }, [here, modal, owner, queries]);
  const { state } = useCourier();
  const { records, photos, refused } = state.waiting;
  if (records + photos + refused === 0 && state.phase !== "AWAY") {
    return null;
  }
  return (
    <Link to="/inspections" className="bell" aria-label={sayState(state)} title={sayState(state)}>
      {refused > 0 ? <WarningOutlined /> : icons[state.phase]}
      {records + photos + refused > 0 && <span className="bell-count">{records + photos + refused}</span>}
    </Link>
  );
}

export const fieldKey = ["field"];

const icons = { IDLE: <CloudOutlined />, SENDING: <CloudSyncOutlined spin />, AWAY: <DisconnectOutlined />, SIGNED_OUT: <WarningOutlined /> };

/** Where things stand, as one sentence. */
export function sayState({ phase, waiting: { records, photos, refused } }: CourierState): string {
  const what = t.waiting(records, photos);
  const no = refused > 0 ? t.refused(refused) : "";
  if (records + photos === 0) {
    return no === "" ? t.allSent : no;
  }
  switch (phase) {
    case "SENDING":
      return t.sending(what) + no;
    case "AWAY":
      return t.away(what) + no;
    case "SIGNED_OUT":
      return t.signedOut(what) + no;
    case "IDLE":
      return t.soon(what) + no;
  }
}

/** The same as a quiet line with its icon. */
export function StateLine() {
  const { state } = useCourier();
  return (
    <output className="quiet">
      {state.waiting.refused > 0 ? <WarningOutlined /> : icons[state.phase]} {sayState(state)}
    </output>
  );
}
