/** What somebody has to do here (待办): sheets to fill, visits to make, the round's next step. */
@NullMarked
package cn.sihong.review.tasks;

import org.jspecify.annotations.NullMarked;
