package cn.sihong.submission.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** Streams one behind the other; each is opened when the one before has ended. */
final class Joined extends InputStream {

    private final Iterator<InputStream> rest;
    private InputStream current = nullInputStream();

    Joined(Iterator<InputStream> rest) {
        this.rest = rest;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        for (int read = current.read(into, from, length);
                ;
                read = current.read(into, from, length)) {
            if (read >= 0 || !rest.hasNext()) return read;
            current.close();
            current = rest.next();
        }
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
