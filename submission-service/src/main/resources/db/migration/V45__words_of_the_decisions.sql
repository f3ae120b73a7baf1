-- Words for what award-service asks to be told.
insert into notification_templates (code, title, body) values
    ('award.decisions-released', '评选结果已发布', '本校申报的评选结果已发布，入选和没有入选的都有说明，请查看结果告知书；对程序或计分有疑问的，请在 {appealUntil} 前提出复核。'),
    ('award.decision-changed',   '评选结果有调整', '经会议重新研究，本校一项申报的评选结果有调整，请查看新的结果告知书。'),
    ('award.list-annulled',      '评选结果已撤销', '经会议重新研究，本次评选结果撤销，将重新评选，原因：{reason}。原告知书不再有效。');
