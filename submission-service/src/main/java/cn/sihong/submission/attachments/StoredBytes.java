package cn.sihong.submission.attachments;

import cn.sihong.platform.store.ObjectStore;

import org.springframework.core.io.AbstractResource;

import java.io.InputStream;

/** An object of the store as something to send, in parts too: a film may be continued. */
final class StoredBytes extends AbstractResource {

    private final ObjectStore store;
    private final String key;
    private final long size;

    StoredBytes(ObjectStore store, String key, long size) {
        this.store = store;
        this.key = key;
        this.size = size;
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public InputStream getInputStream() {
        return store.open(key);
    }

    @Override
    public String getDescription() {
        return "stored object " + key;
    }
}
