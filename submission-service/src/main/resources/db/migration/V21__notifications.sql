-- The words of notifications, which the party office may change. {name} stands for a value.
create table notification_templates (
    code    text   primary key check (code ~ '^[a-z]+([.-][a-z]+)*$'),
    title   text   not null check (char_length(title) between 1 and 80),
    body    text   not null check (char_length(body) between 1 and 1000),
    version bigint not null default 1
);

insert into notification_templates (code, title, body) values
    ('duty.due-soon',  '还有 {days} 天截止：{task}', '{task}，截止日期为 {due}。请提前安排，避免临近截止集中办理。'),
    ('duty.due-today', '今天截止：{task}', '{task}，今天（{due}）截止。'),
    ('duty.overdue',   '已过截止日期：{task}', '{task}，截止日期为 {due}，现已超过。确需延期的，请向党建办说明理由。'),
    ('window.opens',   '“{stage}”今天开始', '《{programme}》的“{stage}”今天开始办理，截止日期为 {due}。'),
    ('window.closing', '“{stage}”即将截止', '《{programme}》的“{stage}”将于 {due} 截止。'),
    ('window.closed',  '“{stage}”已经截止', '《{programme}》的“{stage}”已于 {due} 截止，可以查看未办结的单位。'),
    ('programme.corrected', '方案已更正', '《{programme}》发布了第 {edition} 版，请研读并确认。'),
    ('suggestion.received', '收到一条意见建议', '有人对“{page}”页面提出意见建议，请在 {due} 前答复。'),
    ('suggestion.answered', '您的意见建议已答复', '您提出的意见建议已有答复，请查看。'),
    ('plain',          '{title}', '{text}');

-- What somebody is told: one person, or everybody of the bureau who holds a role.
create table notifications (
    id          uuid        primary key,
    occasion_id uuid        not null,
    subject     uuid,
    role        text,
    template    text        not null,
    title       text        not null,
    body        text        not null,
    link        text        not null,
    due         timestamptz,
    told_at     timestamptz not null,
    constraint one_person_or_one_role check (num_nonnulls(subject, role) = 1)
);
-- However often it is asked for, by however many replicas: once.
create unique index told_once on notifications (occasion_id, coalesce(subject::text, role));
create index notifications_of_a_person on notifications (subject, id desc) where subject is not null;
create index notifications_of_a_role on notifications (role, id desc) where role is not null;

create table notification_reads (
    notification_id uuid        not null references notifications,
    subject         uuid        not null,
    read_at         timestamptz not null,
    primary key (notification_id, subject)
);

-- Occasions the reminders have asked to be told.
create table reminded (
    occasion_id uuid        primary key,
    reminded_at timestamptz not null
);

-- Where somebody wants to be written to, by their own wish only.
create table mailboxes (
    subject uuid        primary key,
    address text        not null check (char_length(address) between 3 and 254),
    rhythm  text        not null check (rhythm in ('EACH', 'DAILY')),
    -- the roles they held when they last looked, for what is told to a role
    roles   text[]      not null,
    -- nothing older is mailed
    since   timestamptz not null
);

-- A mail is written down before it is sent. What nobody knows the end of is not sent again.
create table mails (
    id         uuid        primary key,
    subject    uuid        not null,
    day        date        not null,
    digest     boolean     not null,
    state      text        not null check (state in ('CLAIMED', 'SENT', 'REFUSED', 'UNCERTAIN')),
    claimed_at timestamptz not null,
    reason     text
);
create unique index one_digest_a_day on mails (subject, day) where digest;
create index mails_claimed on mails (claimed_at) where state = 'CLAIMED';

create table mailed_notifications (
    notification_id uuid not null references notifications,
    subject         uuid not null,
    mail_id         uuid not null references mails,
    primary key (notification_id, subject)
);
create index mailed_notifications_of_a_mail on mailed_notifications (mail_id);
