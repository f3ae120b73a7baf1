package cn.sihong.award.register;

import cn.sihong.contracts.LedgerEvent;
import cn.sihong.contracts.LedgerEvent.Checkpointed;
import cn.sihong.contracts.LedgerEvent.Unrecognised;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class LedgerListener {

    private final Inbox inbox;
    private final Checkpoints checkpoints;

    LedgerListener(Inbox inbox, Checkpoints checkpoints) {
        this.inbox = inbox;
        this.checkpoints = checkpoints;
    }

    @Transactional
    @KafkaListener(topics = LedgerEvent.TOPIC, groupId = "${spring.application.name}.ledger")
    public void on(LedgerEvent event) {
        if (!inbox.firstTime("ledger", event)) return;
        switch (event) {
            case Checkpointed said ->
                    checkpoints.keep(new Checkpoint(said.sequence(), said.hash()));
            case Unrecognised _ -> {}
        }
    }
}
