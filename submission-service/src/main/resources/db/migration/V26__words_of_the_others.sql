-- Words for what review-service asks to be told.
insert into notification_templates (code, title, body) values
    ('review.supervision-announced',  '{on} 将到校督查', '年度清单内的督查定于 {on} 到“{school}”进行，不需要另备材料。'),
    ('review.supervision-called-off', '{on} 的督查已取消', '原定 {on} 到“{school}”的督查已取消。'),
    ('review.supervision-reported',   '督查情况已反馈', '{on} 到“{school}”督查的情况和指导意见已反馈，请查看。'),
    ('review.guidance-due',      '指导意见待回复', '“{school}”收到的指导意见请在 {replyBy} 前回复。'),
    ('review.guidance-overdue',  '指导意见已过回复日期', '“{school}”收到的指导意见应在 {replyBy} 前回复，现已超过。'),
    ('review.guidance-replied',  '“{school}”已回复指导意见', '“{school}”对指导意见作了回复，请查看。'),
    ('review.finding-opened',    '有一项问题待整改', '“{school}”有一项问题需要整改，请在 {dueOn} 前完成。'),
    ('review.finding-due-yellow','整改时限过半', '“{school}”的一项整改应在 {dueOn} 前完成，请抓紧。'),
    ('review.finding-due-orange','整改即将到期', '“{school}”的一项整改将于 {dueOn} 到期。'),
    ('review.finding-overdue',   '整改已过期限', '“{school}”的一项整改应在 {dueOn} 前完成，现已超过。'),
    ('review.finding-answered',  '“{school}”已报整改情况', '“{school}”报来一项整改情况，请由提出人核实。'),
    ('review.finding-to-close',  '有一项整改待销号', '“{school}”的一项整改已核实，请办理销号。'),
    ('review.finding-reopened',  '有一项整改被退回', '“{school}”的一项整改需要继续，请在 {dueOn} 前完成。'),
    ('review.circular-issued',   '收到通报：{title}', '《{title}》已印发，请查看。');
