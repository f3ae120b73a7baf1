/**
 * What a service tells others leaves in two steps. {@link
 * cn.sihong.platform.outbox.Outbox#announce} writes the event in the transaction of the fact: no
 * fact without its event, no event without its fact. The relay sends it after the commit, in the
 * order of each key, at least once.
 *
 * <p>One relay at a time per database (an advisory lock): two would overtake each other. It reads
 * what is there and deletes what was acknowledged; it never asks for “ids greater than the last one
 * seen”, since ids are given before the commit and a late committer would be skipped for ever.
 */
@NullMarked
package cn.sihong.platform.outbox;

import org.jspecify.annotations.NullMarked;
