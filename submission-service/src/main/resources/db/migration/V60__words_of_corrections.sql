-- Words for a score sheet that its school fills again.
insert into notification_templates (code, title, body) values
    ('review.sheet-to-correct', '评分表需要更正', '经纪检同意，本校一份已锁定的评分表可以更正，请在 {dueOn} 前重新核对并锁定。');
