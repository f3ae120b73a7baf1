/** Whom this service asks to be told of something, and how; submission-service does the telling. */
@NullMarked
package cn.sihong.award.notifications;

import org.jspecify.annotations.NullMarked;
