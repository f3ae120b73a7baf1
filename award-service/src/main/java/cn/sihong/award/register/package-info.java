/**
 * What the other services said, as far as deciding needs it: programmes, organisations and seats,
 * applications received, scores of the closed mutual review and of locked inspections. Read-only
 * copies, each fed by one listener; a newer version replaces an older one and nothing else does, so
 * that an event heard twice or late changes nothing.
 */
@NullMarked
package cn.sihong.award.register;

import org.jspecify.annotations.NullMarked;
