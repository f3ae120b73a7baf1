-- Words for what review-service asks to be told of vetoes.
insert into notification_templates (code, title, body) values
    ('review.veto-proposed',  '收到一票否决告知', '“{school}”因“{ground}”被提请一票否决，可在 {until} 前陈述意见。'),
    ('review.veto-to-decide', '有一票否决事项待研究', '“{school}”的一票否决事项（{ground}）：{state}，请提交党组研究。'),
    ('review.veto-decided',   '一票否决事项已有结果', '“{school}”的一票否决事项（{ground}）：{state}；申诉截止日期：{until}。');
