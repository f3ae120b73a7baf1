import { BellOutlined, CommentOutlined, FontSizeOutlined, GlobalOutlined, LockOutlined, LogoutOutlined, MenuOutlined, UserOutlined } from "@ant-design/icons";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { Button, Flex, Result, Tag } from "antd";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { brand } from "../../texts/zh-CN.public";
import { door } from "../../texts/zh-CN.door";
import { common, menu, type Role, roles as roleNames, shell } from "../../texts/zh-CN";
import { Loaded, Loading } from "../../shared/Loaded";
import { useUnread } from "../notifications/queries";
import { ProgrammeSwitch } from "../programmes/ProgrammeSwitch";
import { useLargeText } from "./largeText";
import { hasPage, menuFor } from "./menu";
import { Panel } from "./Panel";
import { type Me, useMe, useSignOut } from "./session";
import { SessionEnd } from "./SessionEnd";
import { useWide } from "./wide";

const SuggestionBox = lazy(async () => ({ default: (await import("../suggestions/SuggestionBox")).SuggestionBox }));

/** Only inspectors work where there is no network. */
const FieldStatus = lazy(async () => ({ default: (await import("../field/field")).FieldStatus }));

/** The workbench's frame. Whoever is not signed in sees only the way in. */
export function Shell() {
  const me = useMe();
  return <Loaded query={me}>{(who) => (who.signedIn ? <Workbench key={who.subject} me={who} /> : <Door />)}</Loaded>;
}

/** The page as a whole begins anew, at the way in. */
function Door() {
  useEffect(() => location.reload(), []);
  return <Loading />;
}

function Workbench(props: { me: Me }) {
  const wide = useWide();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const firstPath = useRef(path);

  // A new page begins at its top, for the eye and for the keyboard alike.
  useEffect(() => {
    if (path !== firstPath.current) {
      firstPath.current = path;
      window.scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
  }, [path]);

  const navigation = <Navigation roles={props.me.roles} />;
  return (
    <>
      <a className="skip" href="#main">
        {shell.skip}
      </a>
      <header className="top">
        {!wide && (
          <Panel edge="left" label={shell.navigation} button={{ icon: <MenuOutlined />, label: shell.openMenu }}>
            {navigation}
          </Panel>
        )}
        <Link to="/" className="brand" aria-label={brand.name}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <span>{brand.name}</span>
        </Link>
        <ProgrammeSwitch />
        {props.me.roles.includes("inspector") && (
          <Suspense>
            <FieldStatus me={props.me} />
          </Suspense>
        )}
        <Bell />
        <Suggest page={path} />
        <Who me={props.me} />
      </header>
      <div className="frame">
        {wide && <div className="side">{navigation}</div>}
        <main id="main" className="content" tabIndex={-1} ref={main}>
          {hasPage(path, props.me.roles) ? <Outlet /> : <NotYours />}
        </main>
      </div>
      <SessionEnd />
    </>
  );
}

/** Whoever comes by an address to a page of another post is told so, and not that there is nothing to see. */
function NotYours() {
  return <Result icon={<LockOutlined />} title={<h1 className="result-title">{shell.notYours}</h1>} subTitle={shell.notYoursHint} />;
}

function Navigation(props: { roles: Role[] }) {
  const nav = useRef<HTMLElement>(null);
  // Whoever comes by an address finds where they are, however long the menu is.
  useEffect(() => {
    nav.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <nav aria-label={shell.navigation} className="menu" ref={nav}>
      {menuFor(props.roles).map((group) => (
        <section key={group.name}>
          <div id={`menu-${group.name}`} className="menu-group">
            {menu.groups[group.name]}
          </div>
          <ul aria-labelledby={`menu-${group.name}`}>
            {group.entries.map((entry) => (
              <li key={entry.path}>
                <Link to={entry.path} activeOptions={{ exact: entry.path === "/", includeSearch: false }}>
                  {menu.entries[entry.name]}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** How many notifications wait, and the way to them. */
function Bell() {
  const unread = useUnread().data?.unread ?? 0;
  return (
    <Link to="/notifications" className="bell" aria-label={shell.bell(unread)}>
      <BellOutlined />
      {unread > 0 && <span className="bell-count">{unread > 99 ? "99+" : unread}</span>}
    </Link>
  );
}

/** The suggestion box on every page; its form is loaded by those who open it. */
function Suggest(props: { page: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="text" icon={<CommentOutlined />} aria-label={shell.suggest} title={shell.suggest} onClick={() => setOpen(true)} />
      {open && (
        <Suspense>
          <SuggestionBox page={props.page} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Whose workbench this is, how large its words are, and the way out. */
function Who(props: { me: Me }) {
  const signOut = useSignOut();
  const { large, choose } = useLargeText();
  const [leaving, setLeaving] = useState(false);
  const name = props.me.name ?? props.me.username ?? common.unknown;
  return (
    <>
      {leaving && (
        <output className="leaving">{shell.signingOut}</output>
      )}
      <Panel edge="right" label={shell.myRoles} button={{ icon: <UserOutlined />, label: name, words: name }}>
        <div className="row-title">{name}</div>
        <div className="quiet small">{shell.myRoles}</div>
        <Flex gap={4} wrap>
          {props.me.roles
            .filter((role) => role in roleNames)
            .map((role) => (
              <Tag key={role}>{roleNames[role]}</Tag>
            ))}
        </Flex>
        <Flex vertical gap={4} align="stretch" className="panel-deeds">
          <Button type="text" icon={<FontSizeOutlined />} onClick={() => choose(!large)}>
            {large ? shell.usualText : shell.largeText}
          </Button>
          <Button type="text" icon={<GlobalOutlined />} href="/">
            {door.publicPages}
          </Button>
          <Button type="text" icon={<LogoutOutlined />} onClick={() => void signOut(() => setLeaving(true))}>
            {shell.signOut}
          </Button>
        </Flex>
      </Panel>
    </>
  );
}
