/** What waits for somebody in this service: read from what there is, never stored. */
@NullMarked
package cn.sihong.award.tasks;

import org.jspecify.annotations.NullMarked;
