@NullMarked
package cn.sihong.local;

import org.jspecify.annotations.NullMarked;
