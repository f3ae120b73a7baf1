@NullMarked
package cn.sihong.licences;

import org.jspecify.annotations.NullMarked;
