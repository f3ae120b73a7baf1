/**
 * What people should be told of, each occasion once, however often it is asked for and by however
 * many replicas. submission-service knows who the people are and tells them.
 */
@NullMarked
package cn.sihong.review.occasions;

import org.jspecify.annotations.NullMarked;
