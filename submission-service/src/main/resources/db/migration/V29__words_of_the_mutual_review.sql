-- Words for what the mutual review and the joint comments ask to be told.
insert into notification_templates (code, title, body) values
    ('review.sheets-handed-out',  '互评评分表已下发', '本校的互评评分表已下发，请在 {dueOn} 前评分并锁定。'),
    ('review.sheets-taken-over',  '有新的互评评分表', '因其他学校退出或安排复评，本校新增互评评分表，请在 {dueOn} 前评分并锁定。'),
    ('review.sheets-due-soon',    '互评还有三天截止', '本校还有互评评分表没有锁定，请在 {dueOn} 前完成。'),
    ('review.sheets-due-tomorrow','互评明天截止', '本校还有互评评分表没有锁定，{dueOn} 截止。'),
    ('review.sheets-overdue',     '互评已过截止日期', '本校的互评评分表应在 {dueOn} 前锁定，现已超过，请联系党建办。'),
    ('review.sheets-reminded',    '请完成互评', '党建办提醒：本校还有互评评分表没有锁定，请在 {dueOn} 前完成。'),
    ('review.reason-asked',       '请说明评分理由', '本校对一项申报的评分与其他评委相差较大，请在评分表中说明理由。'),
    ('review.conflict-declared',  '有新的回避申报', '有学校申报了回避情形，请核实。'),
    ('review.comment-session-planned', '{on} 参加集中点评', '集中点评会定于 {on} 在{venue}召开，本校在议程之内。'),
    ('review.comments-received',  '集中点评意见已反馈', '{on} 集中点评会对本校的点评意见已反馈，请查看。');
