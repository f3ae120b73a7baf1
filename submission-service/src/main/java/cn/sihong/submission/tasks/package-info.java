/**
 * What waits for somebody. Each feature tells what it has for a person through a {@link
 * cn.sihong.submission.tasks.TaskSource}; here they are put together, the nearest due day first.
 */
@NullMarked
package cn.sihong.submission.tasks;

import org.jspecify.annotations.NullMarked;
