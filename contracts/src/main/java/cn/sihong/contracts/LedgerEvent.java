package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

/** How far the special ledger has come (专项台账, R50); the ledger itself does not record this. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = LedgerEvent.Unrecognised.class)
public sealed interface LedgerEvent extends Event {

    String TOPIC = "ledger";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * The ledger ended here; whoever notes it down can tell later that nothing before it was
     * changed.
     *
     * @param sequence of the last entry
     * @param hash of the last entry, which seals all before it
     */
    @JsonTypeName("ledger.checkpointed.v1")
    record Checkpointed(Stamp stamp, long sequence, String hash) implements LedgerEvent {
        @Override
        public String key() {
            return "ledger";
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("ledger.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements LedgerEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
