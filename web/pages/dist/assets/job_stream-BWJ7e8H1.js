import{O as e,T as t,j as n,w as r}from"./index-BwFtjz5H.js";function i(e){let t=e.replaceAll(`\r
`,`
`).split(`

`),n=t.pop()??``;return{data:t.map(e=>e.split(`
`).filter(e=>e.startsWith(`data:`)).map(e=>e.slice(5).trimStart()).join(`
`)).filter(e=>e!==``&&e!==`{}`),rest:n}}async function a(e,t,a){let o=(await n(r([`jobs`,e,`events`]),{headers:{Accept:`text/event-stream`},signal:a})).body?.pipeThrough(new TextDecoderStream).getReader(),s=``;for(;o;){let{done:e,value:n}=await o.read();if(e)return;let r=i(s+n);s=r.rest;for(let e of r.data)t(JSON.parse(e))}}async function o(t,n,i){for(let o=0;o<20;o+=1){let o=null;await a(t,e=>{o=e,n(e)},i).catch(e=>{if(i?.aborted)throw e});let s=o??await e(r([`jobs`,t]),i);if(s.is_ended)return s;await new Promise(e=>setTimeout(e,250))}return e(r([`jobs`,t]),i)}async function s(e){await t(r([`jobs`,e,`cancellation`]),{method:`POST`})}export{o as n,s as t};