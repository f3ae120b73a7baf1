-- Words for what award-service asks to be told of a brand that another school takes up.
insert into notification_templates (code, title, body) values
    ('award.adoption-claimed',   '有学校借鉴了本校的品牌', '{school}登记借鉴了本校的获奖品牌，请到“借鉴推广”确认或说明。'),
    ('award.adoption-confirmed', '借鉴已获确认',           '{school}确认了本校登记的借鉴，已计入品牌展示。'),
    ('award.adoption-declined',  '借鉴未获认可',           '{school}没有认可本校登记的借鉴，理由见“借鉴推广”；补充后可以重新登记。');
