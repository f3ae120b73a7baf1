import { BellOutlined, CommentOutlined, FontSizeOutlined, LogoutOutlined, MenuOutlined, UserOutlined } from "@ant-design/icons";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { Alert, Button, Drawer, Dropdown, Flex, Layout, Menu, Result, Spin, Tag } from "antd";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { brand } from "../../texts/zh-CN.public";
import { common, menu, roles as roleNames, shell } from "../../texts/zh-CN";
import { Loaded } from "../../shared/Loaded";
import { useUnread } from "../notifications/queries";
import { ProgrammeSwitch } from "../programmes/ProgrammeSwitch";
import { useLargeText } from "./largeText";
import { entryOf, menuFor } from "./menu";
import { type Me, signInAddress, signInFailed, useMe, useSignOut } from "./session";
import { SessionEnd } from "./SessionEnd";

const SuggestionBox = lazy(async () => ({ default: (await import("../suggestions/SuggestionBox")).SuggestionBox }));

/** Only inspectors work where there is no network. */
const FieldStatus = lazy(async () => ({ default: (await import("../field/field")).FieldStatus }));

/** The workbench's frame. Whoever is not signed in sees only the way in. */
export function Shell() {
  const me = useMe();
  return <Loaded query={me}>{(who) => (who.signedIn ? <Workbench key={who.subject} me={who} /> : <Door />)}</Loaded>;
}

function Door() {
  const here = signInFailed ? "/app" : location.pathname + location.search;
  return (
    <main className="door">
      <Result
        icon={<img src="/favicon.svg" alt="" width={64} height={64} />}
        title={<h1 className="result-title">{shell.title}</h1>}
        subTitle={
          <>
            {shell.signInLead}
            {signInFailed && <Alert type="warning" showIcon title={shell.signInFailed} style={{ marginTop: 16 }} />}
          </>
        }
        extra={[
          <Button key="in" type="primary" size="large" href={signInAddress(here)}>
            {shell.signIn}
          </Button>,
          <Button key="public" size="large" href="/">
            {shell.publicPages}
          </Button>,
        ]}
      />
    </main>
  );
}

function Workbench(props: { me: Me }) {
  const { large } = useLargeText();
  const [drawerOpen, setDrawerOpen] = useState(false);
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

  const navigation = <Navigation me={props.me} path={path} onChosen={() => setDrawerOpen(false)} />;
  return (
    <Layout className="workbench">
      <a className="skip" href="#main">
        {shell.skip}
      </a>
      <Layout.Header className="top">
        <Button className="only-narrow" type="text" icon={<MenuOutlined />} aria-label={shell.openMenu} onClick={() => setDrawerOpen(true)} />
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
      </Layout.Header>
      <Layout>
        <Layout.Sider className="only-wide side" width={large ? 248 : 208} theme="light">
          {navigation}
        </Layout.Sider>
        <main id="main" className="content" tabIndex={-1} ref={main}>
          <Outlet />
        </main>
      </Layout>
      <Drawer placement="left" size={264} open={drawerOpen} onClose={() => setDrawerOpen(false)} title={brand.name} styles={{ body: { padding: 8 } }}>
        {navigation}
      </Drawer>
      <SessionEnd />
    </Layout>
  );
}

function Navigation(props: { me: Me; path: string; onChosen: () => void }) {
  const items = menuFor(props.me.roles).map((group) => ({
    key: group.name,
    type: "group" as const,
    label: menu.groups[group.name],
    children: group.entries.map((entry) => ({ key: entry.path, label: <Link to={entry.path}>{menu.entries[entry.name]}</Link> })),
  }));
  return (
    <nav aria-label={shell.navigation}>
      <Menu mode="inline" items={items} selectedKeys={[entryOf(props.path)]} onClick={props.onChosen} />
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

function Who(props: { me: Me }) {
  const signOut = useSignOut();
  const { large, choose } = useLargeText();
  const [leaving, setLeaving] = useState(false);
  const leave = () => void signOut(() => setLeaving(true));
  return (
    <>
      <Spin fullscreen spinning={leaving} description={shell.signingOut} />
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            {
              key: "roles",
              type: "group",
              label: shell.myRoles,
              children: [
                {
                  key: "tags",
                  disabled: true,
                  label: (
                    <Flex gap={4} wrap style={{ maxWidth: 240 }}>
                      {props.me.roles
                        .filter((role) => role in roleNames)
                        .map((role) => (
                          <Tag key={role}>{roleNames[role]}</Tag>
                        ))}
                    </Flex>
                  ),
                },
              ],
            },
            { type: "divider" },
            { key: "large", icon: <FontSizeOutlined />, label: large ? shell.usualText : shell.largeText, onClick: () => choose(!large) },
            { key: "public", label: <a href="/">{shell.publicPages}</a> },
            { key: "out", icon: <LogoutOutlined />, label: shell.signOut, onClick: leave },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined />} className="who">
          {props.me.name ?? props.me.username ?? common.unknown}
        </Button>
      </Dropdown>
    </>
  );
}
